// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from 'vitest'
import { catalogue, speak, type Language, type Words } from './catalogue'

afterEach(() => speak('zh-CN'))

const files = import.meta.glob<{ t?: Words<string> }>('../**/words*.ts', { eager: true })
const all = Object.entries(files).flatMap(([file, { t }]) => {
  if (!t) return []
  return Object.keys(t.texts.en).map((key) => ({ name: `${file} ${key}`, key, chinese: t.texts['zh-CN'][key] ?? '', english: t.texts.en[key] ?? '' }))
})
const args = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
const wrong = (isWrong: (text: (typeof all)[number]) => boolean) => all.filter(isWrong).map(({ name }) => name)

describe('every text', () => {
  it('is found', () => expect(all.length).toBeGreaterThan(300))

  it('has both languages with the same {args}', () => {
    expect(wrong(({ chinese, english }) => chinese.trim() === '' || english.trim() === '')).toEqual([])
    expect(wrong(({ chinese, english }) => args(chinese).join() !== args(english).join())).toEqual([])
  })

  it('is English in English; 万 is a unit that can be typed, and a language has its own name', () => {
    expect(wrong(({ key, english }) => key !== 'chinese' && key !== 'language' && /[\u4e00-\u9fff]/.test(english.replaceAll('万', '')))).toEqual([])
  })

  it('uses the one word that was chosen for a thing', () => {
    const others = /登陆|帐号|帐户|删掉|工单生命周期|资产实体|点击|您好|请稍侯/
    expect(wrong(({ chinese }) => others.test(chinese))).toEqual([])
  })

  it('has Chinese punctuation in Chinese', () => {
    expect(wrong(({ chinese }) => /[\u4e00-\u9fff][,;:!]/.test(chinese))).toEqual([])
  })
})

describe('a catalogue', () => {
  const t = catalogue({ hello: '您好，{name}' }, { hello: 'Hello {name}' })

  it('speaks the language of the screen and fills in', () => {
    const said = (language: Language) => {
      speak(language)
      return t('hello', { name: 'x' })
    }
    expect([said('zh-CN'), said('en')]).toEqual(['您好，x', 'Hello x'])
  })

  it('leaves what it was not given', () => expect(t('hello')).toBe('您好，{name}'))

  it('does not compile with a key that only one language has', () => {
    // @ts-expect-error: English lacks b
    catalogue({ a: '甲', b: '乙' }, { a: 'a' })
    // @ts-expect-error: Chinese lacks b
    catalogue({ a: '甲' }, { a: 'a', b: 'b' })
  })
})
