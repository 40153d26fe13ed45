import { css } from 'lit';

/** For what `details.ts` unfolds below an account. */
export const detailStyles = css`
  .panel {
    padding-block-start: calc(var(--space) * 1.5);
    border-block-start: 1px solid var(--border);
  }
  .stand-in {
    block-size: 12em;
    opacity: 0.6;
  }
  .stand-in.short {
    block-size: 4em;
  }
  .chart {
    block-size: 9em;
    margin: 0 0 calc(var(--space) * 2);
  }
  .chart > div:first-child {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: calc(var(--space) * 0.5);
    block-size: 100%;
    color: var(--muted);
    font-size: 0.8125em;
  }
  .chart figcaption {
    display: flex;
    gap: calc(var(--space) * 2);
  }
  figcaption span::before {
    content: '';
    display: inline-block;
    inline-size: 0.75em;
    block-size: 0.75em;
    margin-inline-end: 0.5em;
    border-radius: 0.2em;
    background: var(--success);
    forced-color-adjust: none;
  }
  figcaption .out::before {
    background: var(--primary);
  }
  .chart svg {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    border-block-end: 1px solid var(--border);
    forced-color-adjust: none;
  }
  .chart svg:dir(rtl) {
    scale: -1 1;
  }
  .chart rect {
    fill: var(--success);
  }
  .chart rect.out {
    fill: var(--primary);
  }
  .months {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    text-align: center;
  }
  .scroll {
    position: relative;
    max-block-size: 26em;
    overflow-y: auto;
    overscroll-behavior: contain;
    font-size: 0.9375em;
  }
  /* Days out of sight are neither laid out nor painted, however many there are. */
  .day {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 7em;
  }
  .date {
    padding-block: var(--space);
    color: var(--muted);
    font-size: 0.875em;
    font-weight: 600;
  }
  .scroll ul {
    gap: 0;
  }
  .scroll ul li {
    display: flex;
    gap: calc(var(--space) * 2);
    justify-content: space-between;
    padding-block: var(--space);
    border-block-start: 1px solid var(--border);
  }
  .scroll li > :first-child {
    overflow-wrap: anywhere;
  }
  .scroll li > :last-child {
    flex: none;
    padding-inline-end: var(--space);
    font-variant-numeric: tabular-nums;
  }
  .scroll .in > :last-child {
    color: var(--success);
  }
  .void,
  .owners dt {
    color: var(--muted);
  }
  .void em {
    margin-inline-start: var(--space);
    font-size: 0.875em;
    font-style: normal;
  }
  .more {
    display: block;
    margin: var(--space) auto;
  }
  .ending {
    padding-block: calc(var(--space) * 1.5);
    text-align: center;
    font-size: 0.9375em;
  }
  .owners {
    overflow-wrap: anywhere;
    display: grid;
    gap: calc(var(--space) * 2);
  }
  .owners dl,
  .owners dd {
    margin: 0;
  }
  .owners dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space);
    font-size: 0.9375em;
  }
`;
