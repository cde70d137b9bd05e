import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { may } from '../../shared/domain/people/permissions.ts'
import { useRead } from '../api/use-call.ts'
import { useFormats } from '../formats/use-formats.ts'
import { type PageRoute, routes } from '../routes.tsx'
import { useWork } from '../session/session.tsx'
import classes from './frame.module.css'

/** The pages in the order of a proposal's life, each with what waits there. */
export function Navigation() {
  const { t } = useTranslation()
  const { person } = useWork()
  const visible = routes.filter(({ permission }) => may(person.roles, permission))
  return (
    <nav className={classes.navigation} aria-label={t('common.navigation')}>
      <ul>
        {visible
          .filter(({ section }) => section === 'life')
          .map((route) => (
            <Item key={route.path} route={route} />
          ))}
      </ul>
      <ul>
        {visible
          .filter(({ section }) => section === 'dossier')
          .map((route) => (
            <Item key={route.path} route={route} />
          ))}
      </ul>
    </nav>
  )
}

function Item({ route }: { route: PageRoute }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { process } = useWork()
  const [location] = useLocation()
  const { data: overview } = useRead('dossiers.overview', { processId: process.id })
  const waiting = overview && route.waiting ? route.waiting(overview) : 0
  const here = route.path === '/' ? location === '/' : location.startsWith(route.path)
  return (
    <li>
      <UnstyledButton
        component={Link}
        href={route.path}
        className={classes.item}
        aria-current={here ? 'page' : undefined}
        title={t(route.labelKey)}
      >
        <route.icon size={18} stroke={1.6} aria-hidden />
        <span className={classes.name}>{t(route.labelKey)}</span>
        {waiting > 0 && (
          <span className={classes.count}>
            {number(waiting)}
            <span className="visually-hidden"> {t('common.waiting', { count: waiting })}</span>
          </span>
        )}
      </UnstyledButton>
    </li>
  )
}
