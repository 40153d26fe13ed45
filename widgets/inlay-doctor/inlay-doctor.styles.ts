import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    inline-size: 48em;
    min-block-size: 12.5em;
    container-type: inline-size;
    color: var(--text);
  }
  section {
    box-sizing: border-box;
    min-block-size: 12.5em;
    padding: calc(var(--space) * 3);
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--background);
    overflow-wrap: anywhere;
  }
  header {
    display: flex;
    gap: calc(var(--space) * 2);
    align-items: center;
    justify-content: space-between;
  }
  header button {
    flex: none;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  strong {
    display: block;
    font-size: 1.125em;
  }
  .group {
    margin-block: calc(var(--space) * 4) calc(var(--space) * 1.5);
    color: var(--muted);
    font-size: 0.875em;
    font-weight: 600;
  }
  [part='item'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--space) * 1.5);
    padding-block: calc(var(--space) * 1.5);
    border-block-start: 1px solid var(--border);
  }
  .fault > .icon {
    color: var(--danger);
  }
  .fault > div > p {
    font-weight: 600;
  }
  .ok > .icon {
    color: var(--success);
  }
  .unknown > .icon,
  .ok > div > p {
    color: var(--muted);
  }
  .details {
    margin-block-start: var(--space);
    color: var(--muted);
    font-size: 0.875em;
  }
  .details li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }
  .paste {
    display: flex;
    gap: calc(var(--space) * 1.5);
    align-items: start;
    margin-block-start: calc(var(--space) * 1.5);
    padding: calc(var(--space) * 1.5);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--text) 7%, var(--background));
  }
  code {
    flex: 1;
    align-self: center;
    min-inline-size: 0;
    font: 0.875em / 1.5 ui-monospace, monospace;
    white-space: pre-wrap;
    direction: ltr;
  }
  .quiet {
    flex: none;
    min-block-size: 2.75em;
    border-color: var(--border);
    background: var(--background);
    color: var(--primary);
    font-size: 0.875em;
  }
  [part='skeleton'] {
    block-size: 4.5em;
    margin-block-start: calc(var(--space) * 3);
    background: var(--border);
    opacity: 0.4;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-width: 28em) {
    section {
      padding: calc(var(--space) * 2);
    }
    header,
    .paste {
      flex-direction: column;
      align-items: stretch;
    }
    code {
      align-self: stretch;
    }
  }
`;
