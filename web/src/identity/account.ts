// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { Session } from '@/shared/session'
import { t } from './wordsOfAccount'

/** The rules of the server's password profile in sentences; a rule that is switched off has none. */
export function rulesText(rules: Contract<'PasswordRules'>, hasSecondFactor: boolean): string[] {
  const least = hasSecondFactor ? rules.least_letters_with_second_factor : rules.least_letters
  return [
    t('rule_letters', { least, most: rules.most_letters }),
    rules.least_classes > 1 ? t('rule_classes', { least: rules.least_classes }) : '',
    rules.account_piece > 0 ? t('rule_piece', { piece: rules.account_piece }) : '',
    t('rule_context'),
    rules.history > 0 ? t('rule_history', { history: rules.history }) : '',
    rules.rotation_days > 0 ? t('rule_rotation', { days: rules.rotation_days }) : '',
  ].filter((line) => line !== '')
}

/** What the server asks for before it permits anything else. */
export const isUnfinished = (me: Session) => me.must_change_password || me.must_set_second_factor

/** The secret in groups of four, as people type it. */
export const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')
