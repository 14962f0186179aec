// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { send } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import { contractOf, type Contract } from './contract'

export const contractPath = '/api/openapi.json'

/** The server's own description of its interface; null where it has none. */
async function readContract(): Promise<Contract | null> {
  try {
    const answer = await send(new Request(new URL(contractPath, globalThis.location.origin)))
    return contractOf(await answer.json())
  } catch (failure) {
    if (failure instanceof ApiProblem && failure.status === 404) return null
    throw failure
  }
}

export const useContract = () => useQuery({ queryKey: ['system', 'contract'], queryFn: readContract, staleTime: Infinity })
