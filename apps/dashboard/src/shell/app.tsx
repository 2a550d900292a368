import { Redirect, Route, Switch, useRoute } from 'wouter';
import { useQuery } from '../api/use-query';
import { CommandCenter } from '../commands/command-center';
import { useFocusMemory } from '../design/focus-return';
import { FacesPage } from '../faces/faces-page';
import { IgnoredPage } from '../faces/ignored-page';
import { GridSkeleton } from '../faces/grid-skeleton';
import { StatsDocument } from '../graphql/generated/graphql';
import { usePhotoTrail } from '../photo/photo-trail';
import { Toasts } from '../toasts/toasts';
import { DropTarget } from '../uploads/drop-target';
import { ConnectionNotice } from './connection-notice';
import { CrashBarrier } from './crash-barrier';
import { type Dashboard, DashboardContext, useChangingDashboard } from './dashboard';
import { NotFound } from './not-found';
import {
  ExchangePage,
  FailuresPage,
  FirstStepsPage,
  HistoryPage,
  PeoplePage,
  PersonPage,
  PhotoView,
  ReviewPage,
  SamePersonPage,
  SearchPage,
  SettingsPage,
} from './pages';
import { Shell } from './shell';
import { SignIn } from './sign-in';

export function App({ dashboard }: { dashboard: Dashboard }) {
  return (
    <CrashBarrier>
      <DashboardContext value={dashboard}>
        <Screen />
      </DashboardContext>
    </CrashBarrier>
  );
}

function Screen() {
  const [reviewing] = useRoute('/review');
  useFocusMemory();
  if (useChangingDashboard().needsSignIn) return <SignIn />;
  if (reviewing) {
    return (
      <>
        <ConnectionNotice />
        <ReviewPage />
        <OpenPhoto />
        <Toasts />
      </>
    );
  }
  return (
    <CommandCenter>
      <Shell>
        <Switch>
          <Route path="/" component={Start} />
          <Route path="/labeled">
            <FacesPage key="LABELED" state="LABELED" />
          </Route>
          <Route path="/inferred">
            <FacesPage key="INFERRED" state="INFERRED" />
          </Route>
          <Route path="/unknown">
            <FacesPage key="UNKNOWN" state="UNKNOWN" />
          </Route>
          <Route path="/ignored" component={IgnoredPage} />
          <Route path="/people" component={PeoplePage} />
          <Route path="/people/same-person" component={SamePersonPage} />
          <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
          <Route path="/search" component={SearchPage} />
          <Route path="/history" component={HistoryPage} />
          <Route path="/exchange" component={ExchangePage} />
          <Route path="/failures" component={FailuresPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route component={NotFound} />
        </Switch>
      </Shell>
      <OpenPhoto />
      <DropTarget />
      <Toasts />
    </CommandCenter>
  );
}

/** The photo that the address names, over whatever is below it. */
function OpenPhoto() {
  return usePhotoTrail().isOpen ? <PhotoView /> : null;
}

/** The first steps of whoever is new; later it leads to where there is something to do: suggestions to review, faces to label, or else the labeled ones. */
function Start() {
  const { firstSteps } = useChangingDashboard();
  const { data, error } = useQuery(StatsDocument, {});
  if (error) return <Redirect to="/unknown" replace />;
  if (!data) return <GridSkeleton />;
  if (firstSteps.isFor({ ...data.stats, trainings: [] })) return <FirstStepsPage stats={data.stats} />;
  const { inferred, unknown } = data.stats.faces;
  if (inferred > 0) return <Redirect to="/inferred" replace />;
  return <Redirect to={unknown > 0 || data.stats.faces.labeled === 0 ? '/unknown' : '/labeled'} replace />;
}
