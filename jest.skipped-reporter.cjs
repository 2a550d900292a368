const { relative } = require('node:path');

/** Says at the end of a run what was skipped, a line for each suite with its title, which says why; Jest only counts. */
module.exports = class SkippedReporter {
  constructor({ testNamePattern }) {
    this.isSelection = Boolean(testNamePattern);
  }

  onRunComplete(_, { testResults }) {
    // Whoever selects tests by name knows that the others do not run.
    if (this.isSelection) return;
    for (const { testFilePath, testResults: tests } of testResults) {
      const skipped = new Map();
      for (const { status, ancestorTitles, title } of tests) {
        const suite = ancestorTitles[0] ?? title;
        if (status === 'pending') skipped.set(suite, (skipped.get(suite) ?? 0) + 1);
      }
      const file = relative(__dirname, testFilePath);
      for (const [suite, count] of skipped) console.log(`SKIPPED ${count} tests in ${file}: ${suite}`);
    }
  }
};
