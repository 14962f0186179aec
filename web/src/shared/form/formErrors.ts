// SPDX-License-Identifier: Apache-2.0
import { computed, inject, provide, reactive, ref, shallowRef, type InjectionKey } from 'vue'
import type { ApiProblem } from '@/shared/api/problem'

export interface FormError {
  /** Where in the body (RFC 6901), as the server names it: /account. Empty: about the form as a whole. */
  pointer: string
  message: string
}
interface Field {
  id: string
  label: string
}

function makeFormErrors() {
  const errors = ref<FormError[]>([])
  const problem = shallowRef<ApiProblem | null>(null)
  const fields = reactive(new Map<string, Field>())
  // What a control cannot read (an amount with letters) keeps the form from being sent.
  const unread = reactive(new Map<string, string>())
  /** Counts the attempts, so that the summary takes the focus each time. */
  const attempt = ref(0)

  /** Nothing of what the server said holds any more. */
  function clear(): void {
    errors.value = []
    problem.value = null
  }

  /** Before sending: `false`, null or '' means that the field is right. True when everything is. */
  function check(findings: Record<string, string | false | null>): boolean {
    clear()
    for (const [pointer, message] of unread) errors.value.push({ pointer, message })
    for (const [pointer, message] of Object.entries(findings)) if (message && !unread.has(pointer)) errors.value.push({ pointer, message })
    if (errors.value.length > 0) attempt.value += 1
    return errors.value.length === 0
  }

  /** After the server refused. */
  function show(refusal: ApiProblem | null): void {
    clear()
    if (!refusal) return
    problem.value = refusal
    errors.value = refusal.errors.map(({ pointer, message }) => ({ pointer, message }))
    attempt.value += 1
  }

  /** The message for a field: of the field itself or of anything inside it. */
  function messageOf(pointer: string): string {
    const isHere = (error: FormError) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`)
    return errors.value.find(isHere)?.message ?? unread.get(pointer) ?? ''
  }

  /** The field that shows an error: itself or the nearest around it. */
  function fieldOf(pointer: string): Field | undefined {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const field = fields.get(at)
      if (field) return field
    }
    return undefined
  }

  const isWrong = computed(() => errors.value.length > 0 || problem.value !== null)
  return { errors, problem, fields, unread, attempt, isWrong, clear, check, show, messageOf, fieldOf }
}

export type FormErrors = ReturnType<typeof makeFormErrors>

const key: InjectionKey<FormErrors> = Symbol('form errors')

/** For the component with the form: what is wrong in it, shown by ErrorSummary on top and by each FormField. */
export function useFormErrors(): FormErrors {
  const form = makeFormErrors()
  provide(key, form)
  return form
}

/** For what stands inside a form; null outside of one. */
export function useSurroundingForm(): FormErrors | null {
  return inject(key, null)
}

export interface FieldContext {
  /** Says that what stands in the control cannot be read; null when it can. */
  reportUnread: (message: string | null) => void
}

export const fieldKey: InjectionKey<FieldContext> = Symbol('form field')
