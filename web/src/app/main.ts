// SPDX-License-Identifier: Apache-2.0
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { useSettings } from '@/shared/settings'
import App from './App.vue'
import { makeRouter } from './router'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './style/theme.css'
import './style/base.css'
import './style/print.css'

// Only what may pass by itself is asked again; a refusal stays one.
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, failure) => count < 2 && failure instanceof ApiProblem && failure.isPassing,
      refetchOnWindowFocus: false,
      staleTime: 10_000,
    },
  },
})

const app = createApp(App)
app.use(createPinia())
app.use(VueQueryPlugin, { queryClient })
useSettings()
app.use(makeRouter())
app.mount('#app')
