import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Regions of the Metadata Working Group: digiKam, Lightroom, Picasa and most others. */
export const MWG = 'http://www.metadataworkinggroup.com/schemas/regions/';
export const AREA = 'http://ns.adobe.com/xmp/sType/Area#';
export const DIMENSIONS = 'http://ns.adobe.com/xap/1.0/sType/Dimensions#';
/** Regions of Windows Live Photo Gallery, which digiKam and others write too. */
export const MICROSOFT = 'http://ns.microsoft.com/photo/1.2/';
export const MICROSOFT_INFO = 'http://ns.microsoft.com/photo/1.2/t/RegionInfo#';
export const MICROSOFT_REGION = 'http://ns.microsoft.com/photo/1.2/t/Region#';

/** The document, or null for what is no XML. */
export function parsedXmp(xmp: string): Document | null {
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

export const all = (document: Document, namespace: string, name: string): Element[] => [
  ...document.getElementsByTagNameNS(namespace, name),
];

/** Where the fields of a structure are: RDF writes them into the element itself or into a description inside. */
function placesOfFields(element: Element): Element[] {
  return [element, ...childrenOf(element).filter((inner) => is(inner, RDF, 'Description'))];
}

export function child(element: Element | null, namespace: string, name: string): Element | null {
  if (element === null) return null;
  const fields = placesOfFields(element).flatMap(childrenOf);
  return fields.find((field) => is(field, namespace, name)) ?? null;
}

/** A simple field, which RDF writes as an element or as an attribute; empty when it is not there. */
export function textIn(element: Element | null, namespace: string, name: string): string {
  if (element === null) return '';
  const inElement = child(element, namespace, name)?.textContent;
  if (inElement !== null && inElement !== undefined) return inElement.trim();
  const place = placesOfFields(element).find((one) => one.hasAttributeNS(namespace, name));
  return place?.getAttributeNS(namespace, name)?.trim() ?? '';
}

export const numberIn = (element: Element | null, namespace: string, name: string): number =>
  Number.parseFloat(textIn(element, namespace, name));

/** The members of a bag or sequence. */
export function itemsOf(list: Element | null): Element[] {
  if (list === null) return [];
  return childrenOf(list)
    .flatMap(childrenOf)
    .filter((item) => is(item, RDF, 'li'));
}

export function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

export const is = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;
