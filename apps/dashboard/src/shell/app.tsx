import { Redirect, Route, Switch, useRoute } from 'wouter';
import { useQuery } from '../api/use-query';
import { CommandCenter } from '../commands/command-center';
import { ExchangePage } from '../exchange/exchange-page';
import { FailuresPage } from '../failures/failures-page';
import { FacesPage } from '../faces/faces-page';
import { FirstStepsPage } from '../first-steps/first-steps-page';
import { IgnoredPage } from '../faces/ignored-page';
import { GridSkeleton } from '../faces/grid-skeleton';
import { StatsDocument } from '../graphql/generated/graphql';
import { PeoplePage } from '../people/people-page';
import { PersonPage } from '../people/person-page';
import { PhotoView } from '../photo/photo-view';
import { HistoryPage } from '../history/history-page';
import { ReviewPage } from '../review/review-page';
import { SamePersonPage } from '../same-person/same-person-page';
import { SearchPage } from '../search/search-page';
import { SettingsPage } from '../settings/settings-page';
import { Toasts } from '../toasts/toasts';
import { DropTarget } from '../uploads/drop-target';
import { CrashBarrier } from './crash-barrier';
import { type Dashboard, DashboardContext, useChangingDashboard } from './dashboard';
import { NotFound } from './not-found';
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
  if (useChangingDashboard().needsSignIn) return <SignIn />;
  if (reviewing) {
    return (
      <>
        <ReviewPage />
        <PhotoView />
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
      <PhotoView />
      <DropTarget />
      <Toasts />
    </CommandCenter>
  );
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
