export { type DetectorEngine, DetectorModule } from './detector.module';
export { ScanProgress } from './progress/scan-progress';
export { DETECTOR_GROUP } from './scan-photo/scan.consumer';
export type { PhotoAnalyser } from './scan-photo/scan-photo.use-case';
export { detectorSettings, type DetectorSettings } from './settings';
