// SPDX-License-Identifier: Apache-2.0
import { ref, shallowRef } from 'vue'
import { ApiProblem, asProblem } from './problem'

/** A key that says that two requests are the same one. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const pausesMs = [500, 1500, 4000]
/** Nobody waits longer before a button: what the server wants to be asked again later than this is told instead. */
const patienceMs = 10_000

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function persistent<R>(attempt: () => Promise<R>, wait: typeof pause): Promise<R> {
  for (const milliseconds of pausesMs) {
    try {
      return await attempt()
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || !failure.isPassing) throw failure
      const pauseMs = failure.retryAfter === null ? milliseconds : failure.retryAfter * 1000
      if (pauseMs > patienceMs) throw failure
      await wait(pauseMs)
    }
  }
  return attempt()
}

/**
 * One thing a person does that has an effect on the server: a button, a form's submission. A second press while the first
 * is under way does nothing. The `Idempotency-Key` is made once and kept over every retry, by us or by the person, until
 * the server says that it was done: the effect is there once, whatever the network does.
 *
 *     const pay = useAction((key, body: Payment) => got(api.POST(path, { params: { header: { 'Idempotency-Key': key } }, body })))
 *     if (await pay.run(body)) …         // undefined: refused, and pay.problem says why
 */
export function useAction<Args extends unknown[], R>(act: (key: string, ...args: Args) => Promise<R>, wait = pause) {
  const busy = ref(false)
  const problem = shallowRef<ApiProblem | null>(null)
  let key = newKey()

  async function run(...args: Args): Promise<{ answer: R } | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    try {
      const answer = await persistent(() => act(key, ...args), wait)
      key = newKey()
      return { answer }
    } catch (failure) {
      problem.value = asProblem(failure)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, run }
}
