import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto'

/** Cost of one guess: 128 MiB of memory (N·r·128 bytes), the OWASP recommendation for scrypt. */
const cost = { N: 2 ** 17, r: 8, p: 1 }

function scrypt(passphrase: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...parameters, maxmem: 256 * parameters.N * parameters.r }
    scryptWithCallback(passphrase.normalize('NFC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** The stored form: `scrypt$N$r$p$salt$hash`, so that the cost can rise later without breaking old ones. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await scrypt(passphrase, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Whether this is the passphrase, in constant time. */
export async function passphraseMatches(passphrase: string, stored: string): Promise<boolean> {
  const [algorithm, N, r, p, salt, hash] = stored.split('$')
  if (algorithm !== 'scrypt' || salt === undefined || hash === undefined) return false
  const key = await scrypt(passphrase, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(key, Buffer.from(hash, 'base64'))
}
