import type { Box } from '@kindred/domain';
import { uprightBox } from './named-region';
import { peopleOfTakeout } from './takeout';
import { withNamedFaces } from './write-regions';
import { regionsOfXmp } from './xmp-regions';

const packet = (inside: string): string => `<?xpacket begin='\uFEFF' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about=''
  xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
  xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'
  xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'
  xmlns:MP='http://ns.microsoft.com/photo/1.2/'
  xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'
  xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#'>${inside}</rdf:Description>
</rdf:RDF></x:xmpmeta>\n      \n<?xpacket end='w'?>`;

/** As Picasa and Lightroom write it: fields as attributes. */
const AS_ATTRIBUTES = packet(`<mwg-rs:Regions rdf:parseType="Resource">
  <mwg-rs:AppliedToDimensions stDim:w="4000" stDim:h="3000" stDim:unit="pixel"/>
  <mwg-rs:RegionList><rdf:Bag>
    <rdf:li><rdf:Description mwg-rs:Name="Ann &amp; Co" mwg-rs:Type="Face">
      <mwg-rs:Area stArea:x="0.5" stArea:y="0.25" stArea:w="0.25" stArea:h="0.125" stArea:unit="normalized"/>
    </rdf:Description></rdf:li>
    <rdf:li><rdf:Description mwg-rs:Name="Rex" mwg-rs:Type="Pet">
      <mwg-rs:Area stArea:x="0.5" stArea:y="0.25" stArea:w="0.25" stArea:h="0.125" stArea:unit="normalized"/>
    </rdf:Description></rdf:li>
  </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`);

/** As digiKam and ExifTool write it: fields as elements. */
const AS_ELEMENTS = packet(`<mwg-rs:Regions rdf:parseType="Resource">
  <mwg-rs:AppliedToDimensions rdf:parseType="Resource">
    <stDim:w>4000</stDim:w><stDim:h>3000</stDim:h><stDim:unit>pixel</stDim:unit>
  </mwg-rs:AppliedToDimensions>
  <mwg-rs:RegionList><rdf:Bag>
    <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Ann &amp; Co</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
      <mwg-rs:Area rdf:parseType="Resource"><stArea:x>0.5</stArea:x><stArea:y>0.25</stArea:y>
        <stArea:w>0.25</stArea:w><stArea:h>0.125</stArea:h></mwg-rs:Area></rdf:li>
    <rdf:li rdf:parseType="Resource"><mwg-rs:Name/><mwg-rs:Type>Face</mwg-rs:Type></rdf:li>
  </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`);

const MICROSOFT = packet(`<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag>
  <rdf:li MPReg:PersonDisplayName="Ann &amp; Co" MPReg:Rectangle="0.375, 0.1875, 0.25, 0.125"/>
  <rdf:li MPReg:PersonDisplayName="Ben" MPReg:Rectangle="0.5"/></rdf:Bag></MPRI:Regions></MP:RegionInfo>`);

const BOX: Box = { x: 0.375, y: 0.1875, width: 0.25, height: 0.125 };
const DRAWN_ON = { width: 4000, height: 3000 };

describe('regions in XMP', () => {
  it.each([
    ['attributes', AS_ATTRIBUTES, DRAWN_ON],
    ['elements', AS_ELEMENTS, DRAWN_ON],
    ["Microsoft's fields", MICROSOFT, null],
  ])('are read from %s', (_, xmp, drawnOn) => {
    expect(regionsOfXmp(xmp)).toEqual([{ name: 'Ann & Co', box: BOX, drawnOn }]);
  });

  it.each([
    ['nothing', ''],
    ['no XML', '\0\0<<<'],
    ['half a packet', AS_ELEMENTS.slice(0, 900)],
    ['a packet without regions', packet('')],
  ])('are none in %s', (_, xmp) => expect(regionsOfXmp(xmp)).toEqual([]));
});

describe('the place of a region in the upright image', () => {
  // A mark near the top left corner of a stored image of 400 x 300, and where each orientation shows it.
  const box: Box = { x: 0.125, y: 0.25, width: 0.25, height: 0.0625 };
  const lying = { width: 400, height: 300 };
  const standing = { width: 300, height: 400 };
  it.each([
    [1, lying, { x: 0.125, y: 0.25, width: 0.25, height: 0.0625 }],
    [2, lying, { x: 0.625, y: 0.25, width: 0.25, height: 0.0625 }],
    [3, lying, { x: 0.625, y: 0.6875, width: 0.25, height: 0.0625 }],
    [4, lying, { x: 0.125, y: 0.6875, width: 0.25, height: 0.0625 }],
    [5, standing, { x: 0.25, y: 0.125, width: 0.0625, height: 0.25 }],
    [6, standing, { x: 0.6875, y: 0.125, width: 0.0625, height: 0.25 }],
    [7, standing, { x: 0.6875, y: 0.625, width: 0.0625, height: 0.25 }],
    [8, standing, { x: 0.25, y: 0.625, width: 0.0625, height: 0.25 }],
  ])('follows orientation %d', (orientation, upright, expected) => {
    expect(uprightBox({ box, drawnOn: lying }, { orientation, ...upright })).toEqual(expected);
    expect(uprightBox({ box, drawnOn: null }, { orientation, ...upright })).toEqual(expected);
  });

  it('is what a program wrote that turned the region itself', () => {
    expect(uprightBox({ box, drawnOn: standing }, { orientation: 6, ...standing })).toEqual(box);
  });

  it('is nowhere when the image was cropped since', () => {
    expect(
      uprightBox({ box, drawnOn: { width: 400, height: 400 } }, { orientation: 1, ...lying }),
    ).toBeNull();
  });
});

describe('the people of a Takeout file', () => {
  it('are those that it names', () => {
    const json = '{"title":"a.jpg","people":[{"name":"Ann"},{"name":"Ben "}]}';
    expect(peopleOfTakeout(json)).toEqual(['Ann', 'Ben']);
  });

  it.each(['{"title":"a.jpg"}', '{"people":[{}]}', '[', '"people"'])('are none in %s', (json) => {
    expect(peopleOfTakeout(json)).toEqual([]);
  });
});

describe('a sidecar with named faces', () => {
  const upright = { orientation: 1, ...DRAWN_ON };

  it.each([AS_ATTRIBUTES, AS_ELEMENTS])('gets the name where the region is, and loses nothing', (sidecar) => {
    const text = withNamedFaces(sidecar, [{ name: 'Zoë <3', box: BOX }], upright);
    expect(regionsOfXmp(text)).toEqual([{ name: 'Zoë <3', box: BOX, drawnOn: DRAWN_ON }]);
    expect(text.includes('Rex')).toBe(sidecar.includes('Rex'));
    expect(withNamedFaces(text, [{ name: 'Zoë <3', box: BOX }], upright)).toBe(text);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'has them where they are read again, in orientation %d',
    (orientation) => {
      const image = { orientation, ...DRAWN_ON };
      const [region] = regionsOfXmp(withNamedFaces(null, [{ name: 'Ann', box: BOX }], image));
      expect(uprightBox(region!, image)).toEqual(BOX);
    },
  );

  it('is refused when its regions are of another picture', () => {
    const square = { orientation: 1, width: 100, height: 100 };
    expect(() => withNamedFaces(AS_ELEMENTS, [{ name: 'Ann', box: BOX }], square)).toThrow('another shape');
  });
});
