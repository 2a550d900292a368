#!/usr/bin/env node
// The built command line, without the installing and building that `./kindred` does first.
void require('../dist/index.js').main(process.argv);
