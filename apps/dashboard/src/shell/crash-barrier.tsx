import { Component, type ReactNode } from 'react';
import { EmptyState } from '../design/empty-state';
import { strings } from '../strings/en';

interface CrashBarrierState {
  message: string | null;
}

/** A mistake of the dashboard's own shows itself instead of an empty page; nothing that was said is lost by it. */
export class CrashBarrier extends Component<{ children: ReactNode }, CrashBarrierState> {
  override state: CrashBarrierState = { message: null };

  static getDerivedStateFromError(error: unknown): CrashBarrierState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <main className="main" role="alert">
        <EmptyState art="lost" title={strings.errors.crashed} text={this.state.message}>
          <button className="button button--primary" onClick={() => location.reload()}>
            {strings.errors.reload}
          </button>
        </EmptyState>
      </main>
    );
  }
}
