import { css } from 'lit';

/** For what is not there at the first look. */
export const laterStyles = css`
  .unshared {
    color: var(--muted);
    font-size: 0.875em;
  }
  .attention,
  .unshared {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--space) * 0.5) var(--space);
    align-items: center;
  }
  .attention {
    padding: var(--space) calc(var(--space) * 1.5);
    border-radius: var(--radius);
    background: color-mix(in srgb, light-dark(#c47a00, #f3bd5d) 12%, var(--background));
    font-size: 0.9375em;
  }
  .attention > .icon {
    color: light-dark(#8a5200, #f3bd5d);
  }
  .attention > span {
    flex: 1 1 12em;
  }
  .quiet:hover {
    background: color-mix(in srgb, var(--primary) 8%, transparent);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .toggle {
    position: relative;
  }
  .lacking {
    color: var(--muted);
  }
  .confirm {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: var(--space);
    align-items: center;
    font-size: 0.9375em;
  }
  .confirm > p {
    flex: 1 1 18em;
  }
  .confirm > p > span {
    color: var(--muted);
  }
  .confirm [data-does='disconnect'] {
    border-color: currentColor;
    color: var(--danger);
  }
  .toggle::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.3em);
    inset-inline-end: 1em;
    inline-size: 0.375em;
    block-size: 0.375em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .toggle[aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 0.15em;
  }
  .problem {
    flex-direction: row;
    align-items: center;
    justify-content: center;
    margin-block-end: calc(var(--space) * 1.5);
    color: var(--danger);
  }
  .empty {
    align-items: center;
    justify-content: center;
    color: var(--muted);
    text-align: center;
  }
  .lacking::after {
    inset-inline-end: 0.375em;
  }
`;
