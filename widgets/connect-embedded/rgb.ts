/** A computed colour as `rgb()`, or `rgba()` where it lets something through. Others than these a browser leaves as they were written. */
export function inRgb(color: string): string | undefined {
  if (/^rgba?\(/.test(color)) return color;
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}
