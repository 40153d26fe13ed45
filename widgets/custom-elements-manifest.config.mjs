import { readFileSync } from 'node:fs';

/** `npm run manifest`: what editors and documentation know of the elements, read from their sources. */
export default {
  globs: ['widgets/**/*.ts'],
  exclude: ['widgets/**/*.test.ts', 'widgets/testing/**'],
  outdir: 'widgets',
  litelement: true,
  packagejson: false,
  // The glob's order is the file system's, and the manifest would follow it.
  overrideModuleCreation: ({ ts, globs }) =>
    globs.toSorted().map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2015, true)),
  plugins: [{ name: 'inlay:public-only', packageLinkPhase: keepWhatIsPublic }],
};

/** An element stands in the file of its own name; the rest is nobody's business outside. */
function keepWhatIsPublic({ customElementsManifest }) {
  const isElement = ({ path }) => /([\w-]+-[\w-]+)\/\1\.ts$/.test(path);
  customElementsManifest.modules = customElementsManifest.modules.filter(isElement);
  for (const { declarations } of customElementsManifest.modules) {
    for (const element of declarations) {
      element.members = element.members.filter(({ name }) => !name.startsWith('#'));
      // Of the base class's way to fire them the analyzer makes one more event, without a name.
      element.events = element.events.filter(({ name }) => /^inlay-[a-z]+$/.test(name));
      // A type that is too long for a line of its source is one line for everybody else.
      for (const { type } of [...element.members, ...element.attributes])
        if (type) type.text = type.text.replace(/\s+/g, ' ').replace(/^\| /, '');
    }
  }
}
