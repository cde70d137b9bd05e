import type { Command } from '../command.ts'
import { catalogueCommand } from './catalogue.ts'
import { checkCommand } from './check.ts'
import { decideCommand } from './decide.ts'
import { demoCommand } from './demo.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { lettersCommand } from './letters.ts'
import { listCommand } from './list.ts'
import { newCommand } from './new.ts'
import { reportCommand } from './report.ts'

/** Every command, in the order of the help. To add one: its file, a line here, its words in `commandLine.commands`. */
export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  listCommand,
  decideCommand,
  catalogueCommand,
  reportCommand,
  exportCommand,
  lettersCommand,
  checkCommand,
  demoCommand,
]
