import { join } from 'node:path';
import { evaluationData, realPack, realPhotos } from '../testing/real-pack';
import { SAMPLE_PHOTOS } from '../samples/sample-photos';
import { AnalyserPool } from './analyser-pool';

jest.setTimeout(300_000);

const data = evaluationData();

/** The detector's file is not in the npm registry; it is tested where somebody has put it. */
(data ? describe : describe.skip)('the yunet pack', () => {
  it('finds the faces of the sample photos, landmarks and all', async () => {
    const pool = await AnalyserPool.open({
      pack: await realPack('yunet', join(data!, 'models')),
      workers: 2,
    });
    try {
      const analyses = await Promise.all((await realPhotos()).map((photo) => pool.analyse(photo)));
      expect(analyses.map((analysis) => analysis.faces.length)).toEqual(
        SAMPLE_PHOTOS.map((photo) => photo.faces),
      );
      for (const { box, landmarks } of analyses.flatMap((analysis) => analysis.faces)) {
        const [leftEye, rightEye, nose] = landmarks;
        expect(leftEye.x).toBeLessThan(rightEye.x);
        expect(nose.y).toBeGreaterThan(box.y);
        expect(nose.y).toBeLessThan(box.y + box.height);
      }
    } finally {
      await pool.close();
    }
  });

  it('takes a region in which it sees nothing for a face in the middle of it, of the worst quality', async () => {
    const pool = await AnalyserPool.open({
      pack: await realPack('yunet', join(data!, 'models')),
      workers: 1,
    });
    try {
      const box = { x: 0.01, y: 0.01, width: 0.05, height: 0.08 };
      const [photo] = await realPhotos();
      const { faces } = await pool.analyseRegions(photo!, [box]);
      expect(faces).toMatchObject([{ score: 0, quality: { overall: 0, pose: 0 } }]);
      const [face] = faces;
      expect(face!.box.x).toBeCloseTo(box.x, 6);
      expect(face!.embedding).toHaveLength(512);
      for (const { x, y } of face!.landmarks) {
        expect(x).toBeGreaterThan(box.x);
        expect(x).toBeLessThan(box.x + box.width);
        expect(y).toBeGreaterThan(box.y);
        expect(y).toBeLessThan(box.y + box.height);
      }
    } finally {
      await pool.close();
    }
  });
});
