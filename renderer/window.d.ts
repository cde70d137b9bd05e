import type { ParvisBridge } from '../shared/contract/bridge.ts'

declare global {
  interface Window {
    readonly parvis: ParvisBridge
  }
}
