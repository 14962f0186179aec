// SPDX-License-Identifier: Apache-2.0
import { defineStore } from 'pinia'
import { reactive, toRefs, watch } from 'vue'
import { speak, type Language } from './catalogue'
import { shown, type MoneyUnit } from './money'

export interface Settings {
  unit: MoneyUnit
  isDark: boolean
  isElder: boolean
  language: Language
  isMenuNarrow: boolean
  /** Whether / and ? alone do something; whoever speaks to the computer may not want it (WCAG 2.1.4). */
  hasKeys: boolean
}

const place = 'mingji.settings'
const usual: Settings = { unit: 'wan', isDark: false, isElder: false, language: 'zh-CN', isMenuNarrow: false, hasKeys: true }

/** Only what is one of ours and of the right kind; what was stored by another version may be anything. */
export function settingsOf(stored: unknown): Settings {
  const known = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
  const flag = (name: keyof Settings) => (typeof known[name] === 'boolean' ? known[name] : (usual[name] as boolean))
  return {
    unit: known.unit === 'yuan' || known.unit === 'wan' ? known.unit : usual.unit,
    language: known.language === 'en' || known.language === 'zh-CN' ? known.language : usual.language,
    isDark: flag('isDark'),
    isElder: flag('isElder'),
    isMenuNarrow: flag('isMenuNarrow'),
    hasKeys: flag('hasKeys'),
  }
}

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}

function show(settings: Settings): void {
  const root = document.documentElement
  root.classList.toggle('dark', settings.isDark)
  root.classList.toggle('elder', settings.isElder)
  root.lang = settings.language
  speak(settings.language)
}

/**
 * How this person likes the screen. Kept in the browser so that it holds before anybody signed in, and with the person on
 * the server (useKeptSettings in the shell), so that it follows them.
 */
export const useSettings = defineStore('settings', () => {
  const settings = reactive(settingsOf(stored()))
  watch(
    settings,
    () => {
      show(settings)
      localStorage.setItem(place, JSON.stringify(settings))
    },
    { immediate: true, flush: 'sync' },
  )

  const take = (kept: unknown) => Object.assign(settings, settingsOf(kept))
  /** An amount of the server in the unit that the person chose, 千分位. */
  const money = (amount: string) => shown(amount, settings.unit)

  return { ...toRefs(settings), settings, take, money }
})
