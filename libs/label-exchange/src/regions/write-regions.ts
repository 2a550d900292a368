import { type Box, KindredError, sameFaces } from '@kindred/domain';
import { type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { type StoredImage, storedBox, uprightBox } from './named-region';
import { all, AREA, child, childrenOf, DIMENSIONS, is, itemsOf, MWG, parsedXmp, RDF, textIn } from './rdf';
import { drawnOnOf, faceBoxOf } from './xmp-regions';

/** Somebody's face in the upright image. */
export interface NamedFaceBox {
  readonly name: string;
  readonly box: Box;
}

const EMPTY = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}"/></x:xmpmeta>
<?xpacket end="w"?>`;

/**
 * The text of a sidecar with these faces as MWG regions. A region that is there already gets the name; what else the
 * sidecar says stays, regions of others too. The very same text when there is nothing to change.
 * @throws KindredError `ARGUMENT_INVALID` when the sidecar is no XMP, or its regions are of another picture.
 */
export function withNamedFaces(
  sidecar: string | null,
  faces: readonly NamedFaceBox[],
  image: StoredImage,
): string {
  const text = sidecar ?? EMPTY;
  const document = parsedXmp(text);
  const rdf = document === null ? undefined : all(document, RDF, 'RDF')[0];
  if (document === null || rdf === undefined)
    throw new KindredError('ARGUMENT_INVALID', 'This sidecar is no XMP.', { hint: 'Move it away.' });
  if (faces.length === 0) return text;

  const regions = all(document, MWG, 'Regions')[0] ?? newRegions(document, rdf, image);
  const drawnOn = drawnOnOf(regions);
  const items = itemsOf(child(regions, MWG, 'RegionList'));
  const there = items.flatMap((item) => {
    const drawn = faceBoxOf(item, drawnOn);
    const box = drawn === null ? null : uprightBox({ box: drawn, drawnOn }, image);
    return box === null ? [] : [{ item, box }];
  });
  const known = sameFaces(faces, there);
  const toRegion = placing(drawnOn, image);
  let changed = false;
  for (const face of faces) {
    const item = known.get(face)?.item;
    if (item === undefined)
      listOf(document, regions).appendChild(newRegion(document, face.name, toRegion(face.box)));
    else if (textIn(item, MWG, 'Name') === face.name) continue;
    else rename(document, item, face.name);
    changed = true;
  }
  return changed ? new XMLSerializer().serializeToString(document) : text;
}

/** How a box of the upright image is written: as the stored image has it, or as a program that turned it has it. */
function placing(drawnOn: ReturnType<typeof drawnOnOf>, image: StoredImage): (box: Box) => Box {
  const probe: Box = { x: 0.125, y: 0.25, width: 0.25, height: 0.0625 };
  const shown = uprightBox({ box: probe, drawnOn }, image);
  if (shown === null)
    throw new KindredError(
      'ARGUMENT_INVALID',
      'The regions of this sidecar are of a picture of another shape.',
    );
  const isUpright = shown.x === probe.x && shown.y === probe.y && shown.width === probe.width;
  return (box) => (isUpright ? box : storedBox(box, image.orientation));
}

function newRegions(document: Document, rdf: Element, { orientation, width, height }: StoredImage): Element {
  const [w, h] = orientation >= 5 ? [height, width] : [width, height];
  const description = element(document, RDF, 'rdf:Description');
  description.setAttributeNS(RDF, 'rdf:about', '');
  const regions = structure(document, MWG, 'mwg-rs:Regions');
  const dimensions = structure(document, MWG, 'mwg-rs:AppliedToDimensions');
  for (const [name, value] of [
    ['w', w],
    ['h', h],
    ['unit', 'pixel'],
  ] as const)
    dimensions.appendChild(element(document, DIMENSIONS, `stDim:${name}`, String(value)));
  regions.appendChild(dimensions);
  description.appendChild(regions);
  rdf.appendChild(description);
  return regions;
}

/** Where regions stand; made when there is no such list. */
function listOf(document: Document, regions: Element): Element {
  let list = child(regions, MWG, 'RegionList');
  if (list === null) {
    list = element(document, MWG, 'mwg-rs:RegionList');
    regions.appendChild(list);
  }
  const there = childrenOf(list).find((inner) => is(inner, RDF, 'Bag') || is(inner, RDF, 'Seq'));
  if (there !== undefined) return there;
  const bag = element(document, RDF, 'rdf:Bag');
  list.appendChild(bag);
  return bag;
}

function newRegion(document: Document, name: string, { x, y, width, height }: Box): Element {
  const region = structure(document, RDF, 'rdf:li');
  region.appendChild(element(document, MWG, 'mwg-rs:Name', name));
  region.appendChild(element(document, MWG, 'mwg-rs:Type', 'Face'));
  const area = structure(document, MWG, 'mwg-rs:Area');
  const fields = { x: x + width / 2, y: y + height / 2, w: width, h: height };
  for (const [field, value] of Object.entries(fields))
    area.appendChild(element(document, AREA, `stArea:${field}`, String(Number(value.toFixed(6)))));
  area.appendChild(element(document, AREA, 'stArea:unit', 'normalized'));
  region.appendChild(area);
  return region;
}

/** Wherever the name is written: in an element, in an attribute, or not at all yet. */
function rename(document: Document, region: Element, name: string): void {
  const inElement = child(region, MWG, 'Name');
  if (inElement !== null) {
    inElement.textContent = name;
    return;
  }
  const places = [region, ...childrenOf(region).filter((inner) => is(inner, RDF, 'Description'))];
  const attribute = places
    .map((place) => place.getAttributeNodeNS(MWG, 'Name'))
    .find((found) => found !== null);
  if (attribute) attribute.value = name;
  else places.at(-1)!.appendChild(element(document, MWG, 'mwg-rs:Name', name));
}

function element(document: Document, namespace: string, name: string, text?: string): Element {
  const made = document.createElementNS(namespace, name);
  if (text !== undefined) made.appendChild(document.createTextNode(text));
  return made;
}

function structure(document: Document, namespace: string, name: string): Element {
  const made = element(document, namespace, name);
  made.setAttributeNS(RDF, 'rdf:parseType', 'Resource');
  return made;
}
