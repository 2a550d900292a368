import type { Box } from '@kindred/domain';
import type { Element } from '@xmldom/xmldom';
import type { NamedRegion } from './named-region';
import {
  all,
  AREA,
  child,
  DIMENSIONS,
  itemsOf,
  MICROSOFT,
  MICROSOFT_INFO,
  MICROSOFT_REGION,
  MWG,
  numberIn,
  parsedXmp,
  textIn,
} from './rdf';

/** The named faces of an XMP packet or sidecar; damaged XML and what is no face with a name say nothing. */
export function regionsOfXmp(xmp: string): readonly NamedRegion[] {
  const document = parsedXmp(xmp);
  if (document === null) return [];
  return [
    ...all(document, MWG, 'Regions').flatMap(mwgRegions),
    ...all(document, MICROSOFT, 'RegionInfo').flatMap(microsoftRegions),
  ];
}

function mwgRegions(regions: Element): NamedRegion[] {
  const drawnOn = drawnOnOf(regions);
  return itemsOf(child(regions, MWG, 'RegionList')).flatMap((region) => {
    const box = faceBoxOf(region, drawnOn);
    return box === null ? [] : named(textIn(region, MWG, 'Name'), box, drawnOn);
  });
}

/** The size of the image that regions were drawn on. */
export function drawnOnOf(regions: Element): NamedRegion['drawnOn'] {
  const dimensions = child(regions, MWG, 'AppliedToDimensions');
  const width = numberIn(dimensions, DIMENSIONS, 'w');
  const height = numberIn(dimensions, DIMENSIONS, 'h');
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Where the face is, named or not; null for what is no face or nowhere. */
export function faceBoxOf(region: Element, drawnOn: NamedRegion['drawnOn']): Box | null {
  const type = textIn(region, MWG, 'Type');
  if (type !== '' && type.toLowerCase() !== 'face') return null;
  const area = child(region, MWG, 'Area');
  const inPixels = textIn(area, AREA, 'unit') === 'pixel';
  const [scaleX, scaleY] = inPixels ? [drawnOn?.width ?? NaN, drawnOn?.height ?? NaN] : [1, 1];
  const width = numberIn(area, AREA, 'w') / scaleX;
  const height = numberIn(area, AREA, 'h') / scaleY;
  // The position of an area is its centre.
  const x = numberIn(area, AREA, 'x') / scaleX - width / 2;
  const y = numberIn(area, AREA, 'y') / scaleY - height / 2;
  return isArea({ x, y, width, height }) ? { x, y, width, height } : null;
}

function microsoftRegions(info: Element): NamedRegion[] {
  return itemsOf(child(info, MICROSOFT_INFO, 'Regions')).flatMap((region) => {
    const [x, y, width, height] = textIn(region, MICROSOFT_REGION, 'Rectangle').split(',').map(Number);
    return named(textIn(region, MICROSOFT_REGION, 'PersonDisplayName'), { x, y, width, height }, null);
  });
}

function named(name: string, box: Box, drawnOn: NamedRegion['drawnOn']): NamedRegion[] {
  return name !== '' && isArea(box) ? [{ name, box, drawnOn }] : [];
}

const isArea = ({ x, y, width, height }: Box): boolean =>
  Number.isFinite(x) && Number.isFinite(y) && width > 0 && height > 0;
