import { useTranslation } from 'react-i18next'
import { countCharacters } from './project-values.ts'
import classes from './projects.module.css'

/** Characters typed of those that the catalogue has room for. */
export function Counter({ text, limit }: { text: string; limit: number }) {
  const { t } = useTranslation()
  const count = countCharacters(text)
  return (
    <span className={count > limit ? classes.over : undefined}>
      {t(count > limit ? 'projects.counterOver' : 'projects.counter', { count, limit })}
    </span>
  )
}
