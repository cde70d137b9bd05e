import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Stage } from '../../../shared/domain/lifecycle/stage.ts'
import type { KeyFigures } from '../../../shared/read-models/key-figures.ts'
import { useFormats } from '../../formats/use-formats.ts'
import { queueLink } from '../../navigation/list-links.ts'
import classes from './home.module.css'

type Step = KeyFigures['funnel'][number]['step']

const ballot: readonly Stage[] = ['on-ballot', 'winner', 'reserve', 'not-selected', 'delivered', 'abandoned']
const feasible: readonly Stage[] = ['feasible', 'awaiting-visa', ...ballot]
const admissible: readonly Stage[] = ['admissible', 'under-review', 'co-design', 'infeasible', ...feasible]

/** The stages at or beyond each step: the list that the step opens. */
const beyond: Readonly<Record<Step, readonly Stage[]>> = {
  submitted: [],
  admissible,
  feasible,
  'on-ballot': ballot,
  winner: ['winner', 'delivered', 'abandoned'],
}

/** How many proposals ever got that far, as bars on one scale. */
export function Funnel({ figures }: { figures: KeyFigures }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const most = Math.max(1, ...figures.funnel.map(({ count }) => count))
  return (
    <ol className={classes.list} aria-label={t('home.funnel')}>
      {figures.funnel.map(({ step, count }) => (
        <li key={step}>
          <Link href={queueLink({ stages: beyond[step] })} className={classes.step}>
            <span>{t(`home.step.${step}`)}</span>
            <span className={classes.bar} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
            <span className={classes.stepCount}>{number(count)}</span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
