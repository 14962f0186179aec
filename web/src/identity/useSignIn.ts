// SPDX-License-Identifier: Apache-2.0
import { reactive, ref } from 'vue'
import { useAction } from '@/shared/api/action'
import { api, got } from '@/shared/api/client'
import type { FormErrors } from '@/shared/form/formErrors'
import type { Session } from '@/shared/session'
import { t } from './words'

export type Way = 'password' | 'code'

/**
 * The two ways into a session, with their checks. Secrets are forgotten as soon as the server answered; only when it asks
 * for the second factor as well they stay until that is given.
 */
export function useSignIn(form: FormErrors, account: string, code: string) {
  const way = ref<Way>(code === '' ? 'password' : 'code')
  const typed = reactive({ account, password: '', totp: '', code })
  const isFactorAsked = ref(false)
  const totp = () => (typed.totp === '' ? {} : { totp: typed.totp.trim() })
  const asking = useAction((): Promise<Session> =>
    way.value === 'code'
      ? got(api.POST('/api/v1/identity/code-sessions', { body: { code: typed.code.trim(), ...totp() } }))
      : got(api.POST('/api/v1/identity/sessions', { body: { account: typed.account.trim(), password: typed.password, ...totp() } })))

  function isRight(): boolean {
    const ofWay: Record<string, string | false> = way.value === 'code'
      ? { '/code': typed.code.trim() === '' && t('code_needed') }
      : { '/account': typed.account.trim() === '' && t('account_needed'), '/password': typed.password === '' && t('password_needed') }
    const ofFactor = (typed.totp.trim() === '' && t('totp_needed')) || (!/^\d{6}$/.test(typed.totp.trim()) && t('totp_wrong'))
    return form.check({ ...ofWay, '/totp': isFactorAsked.value && ofFactor })
  }

  function forget(): void {
    Object.assign(typed, { password: '', totp: '', code: '' })
    isFactorAsked.value = false
  }

  async function enter(): Promise<Session | null> {
    if (asking.busy.value || !isRight()) return null
    const done = await asking.run()
    const problem = asking.problem.value
    if (problem?.code === 'identity.second_factor.needed') {
      isFactorAsked.value = true
      form.clear()
      return null
    }
    forget()
    form.show(problem)
    return done?.answer ?? null
  }

  return { way, typed, isFactorAsked, busy: asking.busy, enter, forget }
}
