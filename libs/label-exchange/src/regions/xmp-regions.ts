import type { Box } from '@kindred/domain';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import type { NamedRegion } from './named-region';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Regions of the Metadata Working Group: digiKam, Lightroom, Picasa and most others. */
const MWG = 'http://www.metadataworkinggroup.com/schemas/regions/';
const AREA = 'http://ns.adobe.com/xmp/sType/Area#';
const DIMENSIONS = 'http://ns.adobe.com/xap/1.0/sType/Dimensions#';
/** Regions of Windows Live Photo Gallery, which digiKam and others write too. */
const MICROSOFT = 'http://ns.microsoft.com/photo/1.2/';
const MICROSOFT_INFO = 'http://ns.microsoft.com/photo/1.2/t/RegionInfo#';
const MICROSOFT_REGION = 'http://ns.microsoft.com/photo/1.2/t/Region#';

/** The named faces of an XMP packet or sidecar; damaged XML and what is no face with a name say nothing. */
export function regionsOfXmp(xmp: string): readonly NamedRegion[] {
  const document = parsed(xmp);
  if (document === null) return [];
  return [
    ...all(document, MWG, 'Regions').flatMap(mwgRegions),
    ...all(document, MICROSOFT, 'RegionInfo').flatMap(microsoftRegions),
  ];
}

function mwgRegions(regions: Element): NamedRegion[] {
  const dimensions = child(regions, MWG, 'AppliedToDimensions');
  const width = numberIn(dimensions, DIMENSIONS, 'w');
  const height = numberIn(dimensions, DIMENSIONS, 'h');
  const drawnOn = width > 0 && height > 0 ? { width, height } : null;
  return itemsOf(child(regions, MWG, 'RegionList')).flatMap((region) => {
    const type = textIn(region, MWG, 'Type');
    const area = child(region, MWG, 'Area');
    if (type !== '' && type.toLowerCase() !== 'face') return [];
    const [scaleX, scaleY] =
      textIn(area, AREA, 'unit') === 'pixel' ? [drawnOn?.width ?? NaN, drawnOn?.height ?? NaN] : [1, 1];
    const [w, h] = [numberIn(area, AREA, 'w') / scaleX, numberIn(area, AREA, 'h') / scaleY];
    // The position of an area is its centre.
    const x = numberIn(area, AREA, 'x') / scaleX - w / 2;
    const y = numberIn(area, AREA, 'y') / scaleY - h / 2;
    return named(textIn(region, MWG, 'Name'), { x, y, width: w, height: h }, drawnOn);
  });
}

function microsoftRegions(info: Element): NamedRegion[] {
  return itemsOf(child(info, MICROSOFT_INFO, 'Regions')).flatMap((region) => {
    const [x, y, width, height] = textIn(region, MICROSOFT_REGION, 'Rectangle').split(',').map(Number);
    return named(textIn(region, MICROSOFT_REGION, 'PersonDisplayName'), { x, y, width, height }, null);
  });
}

function named(name: string, box: Box, drawnOn: NamedRegion['drawnOn']): NamedRegion[] {
  const isArea = [box.x, box.y].every(Number.isFinite) && box.width > 0 && box.height > 0;
  return name.trim() !== '' && isArea ? [{ name: name.trim(), box, drawnOn }] : [];
}

function parsed(xmp: string): Document | null {
  // A packet may be padded with blanks or zeros, and files begin with a mark of their byte order.
  const text = xmp
    .replace(/^\uFEFF/u, '')
    .replace(/\0+$/u, '')
    .trim();
  try {
    return text === '' ? null : new DOMParser({ onError: ignoreWarnings }).parseFromString(text, 'text/xml');
  } catch {
    return null;
  }
}

function ignoreWarnings(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message);
}

const all = (document: Document, namespace: string, name: string): Element[] => [
  ...document.getElementsByTagNameNS(namespace, name),
];

/** Where the fields of a structure are: RDF writes them into the element itself or into a description inside. */
function placesOfFields(element: Element): Element[] {
  return [element, ...childrenOf(element).filter((inner) => is(inner, RDF, 'Description'))];
}

function child(element: Element | null, namespace: string, name: string): Element | null {
  if (element === null) return null;
  const fields = placesOfFields(element).flatMap(childrenOf);
  return fields.find((field) => is(field, namespace, name)) ?? null;
}

/** A simple field, which RDF writes as an element or as an attribute; empty when it is not there. */
function textIn(element: Element | null, namespace: string, name: string): string {
  if (element === null) return '';
  const inElement = child(element, namespace, name)?.textContent;
  if (inElement !== null && inElement !== undefined) return inElement.trim();
  const place = placesOfFields(element).find((one) => one.hasAttributeNS(namespace, name));
  return place?.getAttributeNS(namespace, name)?.trim() ?? '';
}

const numberIn = (element: Element | null, namespace: string, name: string): number =>
  Number.parseFloat(textIn(element, namespace, name));

/** The members of a bag or sequence. */
function itemsOf(list: Element | null): Element[] {
  if (list === null) return [];
  return childrenOf(list)
    .flatMap(childrenOf)
    .filter((item) => is(item, RDF, 'li'));
}

function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

const is = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;
