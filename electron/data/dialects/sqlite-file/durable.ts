import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** Puts a finished file in its place so that it is there, whole, after a power cut. */
export function renameDurably(from: string, to: string): void {
  flush(from, 'r+')
  renameSync(from, to)
  try {
    flush(dirname(to), 'r')
  } catch {
    // Windows and some network drives open no folder: the file is whole all the same.
  }
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
