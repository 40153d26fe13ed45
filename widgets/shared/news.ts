/** One element of the page has changed what others show: whoever shows it asks the Worker again, but for `from`. */
export class News extends Event {
  readonly from: object;

  constructor(about: 'bank' | 'payment_methods', from: object) {
    super(about);
    this.from = from;
  }
}
