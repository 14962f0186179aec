// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { speak } from '@/shared/catalogue'
import { mounted } from '@/shared/testing'
import { askAnewInAnotherLanguage } from './askAnew'

it('an answer on its way in the former language is not shown: it is asked for anew', async () => {
  const answers: ((says: string) => void)[] = []
  const sentence = defineComponent(() => {
    askAnewInAnotherLanguage(useQueryClient())
    const { data } = useQuery({ queryKey: ['sentence'], queryFn: () => new Promise<string>((resolve) => answers.push(resolve)) })
    return () => h('p', data.value)
  })
  const page = await mounted(sentence)
  expect(answers.length).toBe(1)
  speak('en')
  await flushPromises()
  expect(answers.length).toBe(2)
  answers[0]?.('还没有记录')
  answers[1]?.('no records yet')
  await flushPromises()
  expect(page.text()).toBe('no records yet')
  speak('zh-CN')
})
