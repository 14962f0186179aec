// SPDX-License-Identifier: Apache-2.0
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { useSettings } from '@/shared/settings'
import App from './App.vue'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import '@/app/style/theme.css'
import '@/app/style/base.css'
import '@/app/style/print.css'

const pages = import.meta.glob('./pages/*.vue')
const routes = Object.entries(pages).map(([file, component]) => ({
  path: `/specimens/${file.replace('./pages/', '').replace('.vue', '').toLowerCase()}`,
  component: component as never,
}))

const app = createApp(App)
app.use(createPinia())
app.use(VueQueryPlugin)
useSettings()
app.use(createRouter({ history: createWebHistory(), routes }))
app.mount('#app')
