import { css } from 'lit';

/** For what `details.ts` renders below the button. */
export const detailStyles = css`
  [part='terms'] {
    color: var(--muted);
    overflow-wrap: anywhere;
  }
  .saved {
    display: flex;
    align-items: center;
    gap: var(--space);
    margin-block-end: var(--space);
    padding: 0.5em 0.75em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--background);
    color: var(--text);
  }
  .saved .icon {
    color: var(--success);
  }
  .saved div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .saved b,
  .saved small {
    display: block;
  }
  .saved b {
    font-weight: 600;
  }
  .saved small {
    color: var(--muted);
    font-size: 0.875em;
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--space));
    margin-block: var(--space);
    color: var(--text);
  }
  .code p {
    margin: 0;
    color: var(--muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .code > div:last-child {
    display: grid;
    flex: 1;
    gap: var(--space);
    min-inline-size: 10em;
  }
  .frame {
    display: grid;
    box-sizing: border-box;
    inline-size: 12em;
    block-size: 12em;
    place-items: center;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    text-align: center;
  }
  /* A camera needs a light ground, whatever the theme. */
  .frame[data-drawn='true'] {
    padding: 0.75em;
    background: #fff;
    forced-color-adjust: none;
  }
  [part='qr'] {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    image-rendering: pixelated;
  }
  [part='cancel'] {
    border-color: var(--border);
    background: none;
    color: inherit;
  }
`;
