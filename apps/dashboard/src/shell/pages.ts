import { laterPage } from './later-page';

/** Pages that are seldom the first: their code comes after what everybody waits for. */
export const ExchangePage = laterPage(async () => (await import('../exchange/exchange-page')).ExchangePage);
export const FailuresPage = laterPage(async () => (await import('../failures/failures-page')).FailuresPage);
export const FirstStepsPage = laterPage(
  async () => (await import('../first-steps/first-steps-page')).FirstStepsPage,
);
export const HistoryPage = laterPage(async () => (await import('../history/history-page')).HistoryPage);
export const PeoplePage = laterPage(async () => (await import('../people/people-page')).PeoplePage);
export const PersonPage = laterPage(async () => (await import('../people/person-page')).PersonPage);
export const ReviewPage = laterPage(async () => (await import('../review/review-page')).ReviewPage);
export const SamePersonPage = laterPage(
  async () => (await import('../same-person/same-person-page')).SamePersonPage,
);
export const SearchPage = laterPage(async () => (await import('../search/search-page')).SearchPage);
export const SettingsPage = laterPage(async () => (await import('../settings/settings-page')).SettingsPage);
/** Opens over a page, which stays what it is until then. */
export const PhotoView = laterPage(async () => (await import('../photo/photo-view')).PhotoView, null);
