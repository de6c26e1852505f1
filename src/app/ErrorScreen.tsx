import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { t } from '../ui/i18n/t';

interface Props {
  readonly children: ReactNode;
  /** Hands out what is stored, so that no crash traps somebody's work. */
  readonly onExport: (() => void) | undefined;
}
interface State {
  readonly error: Error | null;
}

/** Catches what should never happen: says so, offers to load again, and lets the work out. */
export class ErrorScreen extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="page-message">
        <EmptyState
          icon={TriangleAlert}
          headingLevel={1}
          title={t('app.crash.title')}
          text={
            <>
              {t('app.crash.text')}
              <code className="crash-detail">{error.message}</code>
            </>
          }
          action={
            <>
              <Button variant="primary" onClick={() => location.reload()}>
                {t('app.crash.reload')}
              </Button>
              {this.props.onExport && <Button onClick={this.props.onExport}>{t('app.crash.export')}</Button>}
            </>
          }
        />
      </main>
    );
  }
}
