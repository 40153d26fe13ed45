/**
 * What a Lit button costs with nothing of ours in it but its looks, under the tag of ours that it stands in for. As most
 * Lit buttons, it reserves no room before it is defined.
 */
import { html, LitElement } from 'lit';
import { styles } from '../../widgets/connect-onboard-button/connect-onboard-button.styles.ts';
import { tokens } from '../../widgets/shared/tokens.styles.ts';

class BareLitButton extends LitElement {
  static override styles = [tokens, styles];

  protected override render() {
    return html`<button class="row" part="button" type="button"><span part="label"><slot>Set up payouts</slot></span></button>
      <div id="message" part="message" role="status">You will continue on Stripe’s website and come back here.</div>`;
  }
}

customElements.define('connect-onboard-button', BareLitButton);
