/** What keeps the demo from starting, as a sentence for the person who started it; shown without a stack. */
export class DemoError extends Error {}
