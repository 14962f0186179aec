// SPDX-License-Identifier: Apache-2.0
import { reactive, ref } from 'vue'
import { api, got } from '@/shared/api/client'
import { asProblem } from '@/shared/api/problem'
import type { FormErrors } from '@/shared/form/formErrors'
import type { Session } from '@/shared/session'
import { t } from './words'

export type Way = 'password' | 'code'

/** The two ways into a session, with their checks. Secrets are forgotten as soon as they were sent. */
export function useSignIn(form: FormErrors, account: string) {
  const way = ref<Way>('password')
  const typed = reactive({ account, password: '', totp: '', code: '' })
  const busy = ref(false)

  const isRight = () =>
    way.value === 'code'
      ? form.check({ '/code': typed.code.trim() === '' && t('code_needed') })
      : form.check({
          '/account': typed.account.trim() === '' && t('account_needed'),
          '/password': typed.password === '' && t('password_needed'),
          '/totp': typed.totp !== '' && !/^\d{6}$/.test(typed.totp) && t('totp_wrong'),
        })

  function ask(): Promise<Session> {
    if (way.value === 'code') return got(api.POST('/api/v1/identity/code-sessions', { body: { code: typed.code.trim() } }))
    const { password, totp } = typed
    const body = { account: typed.account.trim(), password, ...(totp === '' ? {} : { totp }) }
    return got(api.POST('/api/v1/identity/sessions', { body }))
  }

  async function enter(): Promise<Session | null> {
    if (busy.value || !isRight()) return null
    busy.value = true
    try {
      return await ask()
    } catch (failure) {
      form.show(asProblem(failure))
      return null
    } finally {
      Object.assign(typed, { password: '', totp: '', code: '' })
      busy.value = false
    }
  }

  return { way, typed, busy, enter }
}
