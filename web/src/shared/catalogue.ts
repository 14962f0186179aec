// SPDX-License-Identifier: Apache-2.0
import { readonly, ref } from 'vue'

export type Language = 'zh-CN' | 'en'
export type Arguments = Record<string, string | number>

const current = ref<Language>('zh-CN')

/** The language of the screen. settings.ts is the only one who changes it. */
export const language = readonly(current)

export function speak(chosen: Language): void {
  current.value = chosen
}

/** A text of a catalogue; `{name}` in it is replaced. */
export interface Words<Key extends string> {
  (key: Key, args?: Arguments): string
  readonly texts: Readonly<Record<Language, Readonly<Record<Key, string>>>>
}

/**
 * The words of one folder. Both languages have the same keys, or it does not compile; that both have the same {args} is
 * tested (catalogue.test.ts). A page that is shown reads again when the language changes.
 */
export function catalogue<const Key extends string>(
  chinese: Readonly<Record<Key, string>>,
  english: Readonly<Record<NoInfer<Key>, string>>,
): Words<Key> {
  const texts = { 'zh-CN': chinese, en: english } as const
  const say = (key: Key, args: Arguments = {}): string =>
    texts[current.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole))
  return Object.assign(say, { texts })
}
