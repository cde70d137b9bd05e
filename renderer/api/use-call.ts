import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CallError, InputOfName, MethodName, OutputOfName } from './client.ts'
import { callMethod } from './client.ts'
import { useParvis } from './parvis.tsx'
import { showError } from './show-error.tsx'

/** The key under which a read is kept: feature, method, input. */
export function readKey(name: MethodName, input: unknown): readonly unknown[] {
  return [...name.split('.'), input]
}

/**
 * Reads by a method of the contract and keeps itself fresh. `input` null: nothing is asked yet.
 * While a new input loads, the previous data stays (`isPlaceholderData`), unless `keep` is false.
 */
export function useRead<N extends MethodName>(
  name: N,
  input: InputOfName<N> | null,
  options: { readonly keep?: boolean } = {},
): UseQueryResult<OutputOfName<N>, CallError> {
  const { bridge } = useParvis()
  return useQuery<OutputOfName<N>, CallError>({
    queryKey: readKey(name, input),
    queryFn: () => {
      if (input === null) throw new Error('A read without input is disabled')
      return callMethod(bridge, name, input)
    },
    enabled: input !== null,
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
  }) as UseQueryResult<OutputOfName<N>, CallError>
}

/**
 * Changes data by a method of the contract. A refusal is shown as a notice, except those in `inPlace`,
 * which the form shows itself (`result.error`); `'*'` stands for all.
 */
export function useChange<N extends MethodName>(
  name: N,
  options: { readonly inPlace?: readonly string[] } = {},
): UseMutationResult<OutputOfName<N>, CallError, InputOfName<N>> {
  const { bridge } = useParvis()
  const { t } = useTranslation()
  return useMutation<OutputOfName<N>, CallError, InputOfName<N>>({
    mutationKey: name.split('.'),
    mutationFn: (input) => callMethod(bridge, name, input),
    onError: (error) => {
      if (!isInPlace(options.inPlace, error.code)) showError(t, error)
    },
  })
}

/** Whether a form shows this refusal itself. */
export function isInPlace(inPlace: readonly string[] | undefined, code: string): boolean {
  return inPlace !== undefined && (inPlace.includes('*') || inPlace.includes(code))
}
