import { z } from 'zod'
import { contract } from '../../../shared/contract/contract.ts'
import type { MethodDefinition } from '../../../shared/contract/define-contract.ts'

/** Every method of the contract by its name. */
export const methods: readonly (readonly [string, MethodDefinition])[] = Object.entries(contract).flatMap(
  ([feature, ofFeature]) =>
    Object.entries(ofFeature).map(([name, definition]): readonly [string, MethodDefinition] => [
      `${feature}.${name}`,
      definition,
    ]),
)

/** Names that inputs give to a file. */
const filePaths = ['path', 'savePath', 'folder']

/** Methods that answer a read, or write a file: what may put words out of the dossier. */
export const putsOut = methods.filter(([, { writes, input }]) => {
  const fields = input instanceof z.ZodObject ? Object.keys(input.shape) : []
  return !writes || filePaths.some((name) => fields.includes(name))
})
