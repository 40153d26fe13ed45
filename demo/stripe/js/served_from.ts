/** The stand-in, which served the script that runs. To be asked at once: later the script that runs is another one. */
export function servedFrom(): string {
  if (typeof document === 'undefined') return '';
  const script = document.currentScript;
  return script instanceof HTMLScriptElement ? new URL(script.src).origin : window.location.origin;
}
