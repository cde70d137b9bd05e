import { Alert, Button, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'

interface PageBoundaryProps {
  readonly children: ReactNode
}

/** Keeps a fault in one page from taking the frame away; says what happened and offers to show the page again. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly error: Error | null }> {
  override state = { error: null }

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const error: Error | null = this.state.error
    if (error === null) return this.props.children
    return (
      <Translation>
        {(t) => (
          <Alert m="lg" color="red" role="alert">
            <Title order={1}>{t('common.pageFailedTitle')}</Title>
            <p>{t('common.pageFailed', { message: (error as Error).message })}</p>
            <Button onClick={() => this.setState({ error: null })}>{t('common.reload')}</Button>
          </Alert>
        )}
      </Translation>
    )
  }
}
