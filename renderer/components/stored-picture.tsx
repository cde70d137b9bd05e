import { Image, type ImageProps } from '@mantine/core'
import { useEffect, useState } from 'react'

interface StoredPictureProps extends ImageProps {
  /** The bytes as the dossier holds them; undefined while they are on their way. */
  readonly picture: { readonly mediaType: string; readonly bytes: Uint8Array } | undefined
  readonly alt: string
}

/** A picture kept in the dossier, shown from its bytes. */
export function StoredPicture({ picture, alt, ...props }: StoredPictureProps) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (picture === undefined) {
      setUrl(undefined)
      return
    }
    const made = URL.createObjectURL(new Blob([picture.bytes.slice()], { type: picture.mediaType }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return url === undefined ? null : <Image src={url} alt={alt} w="auto" fit="contain" {...props} />
}
