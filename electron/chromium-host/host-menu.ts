import type { Menu, MenuItemConstructorOptions } from 'electron'

let applicationMenu: HostMenu | null = null

/** Stand-in for `Menu`: kept, not shown. Chromium's application windows have no menu bar. */
export class HostMenu {
  readonly template: readonly MenuItemConstructorOptions[]

  constructor(template: readonly MenuItemConstructorOptions[] = []) {
    this.template = template
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): HostMenu {
    return new HostMenu(template)
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): HostMenu | null {
    return applicationMenu
  }
}

type MenuSlice = Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu' | 'getApplicationMenu'>
HostMenu satisfies Record<keyof MenuSlice, unknown>
