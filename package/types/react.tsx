import type { ConnectOnboardButton as Element } from 'inlay';
import type {} from 'inlay/jsx';
import { ConnectEmbedded, ConnectOnboardButton, SavedPaymentMethods } from 'inlay/react';
import { useRef } from 'react';

export function Wrapped() {
  const button = useRef<Element>(null);
  return (
    <>
      <ConnectOnboardButton
        ref={button}
        className="wide"
        lang="fr"
        presentation="popup"
        returnPath="/payouts"
        fetchToken={async ({ reason }) => reason}
        appearance={{ theme: 'dark' }}
        onClick={() => button.current?.start()}
        onInlaySuccess={({ detail }) => console.log(detail.account.status)}
        onInlayError={(event) => console.log(event.detail.code, event.detail.requestId)}
      >
        Get paid <span slot="again">Once more</span>
      </ConnectOnboardButton>
      <ConnectEmbedded component="payouts" onInlayChange={({ detail }) => detail.notifications?.total} />
      {/* @ts-expect-error There is no such component. */}
      <ConnectEmbedded component="pay-outs" />
      {/* @ts-expect-error There is no such presentation. */}
      <ConnectOnboardButton presentation="sideways" />
      {/* @ts-expect-error What the Worker says is not for a page to set. */}
      <ConnectOnboardButton account={null} />
      {/* @ts-expect-error A success of onboarding has no payment method. */}
      <ConnectOnboardButton onInlaySuccess={({ detail }) => detail.paymentMethod} />
      {/* @ts-expect-error This one fires no such event. */}
      <SavedPaymentMethods onInlayStart={() => undefined} />
    </>
  );
}

export function Tags() {
  return (
    <>
      <connect-onboard-button
        class="wide"
        key="one"
        presentation="popup"
        return-path="/payouts"
        oninlay-success={({ detail }) => console.log(detail.account.id)}
        oninlay-error={({ detail }) => console.log(detail.message)}
      >
        Get paid
      </connect-onboard-button>
      <linked-bank-accounts days={30} />
      <connect-embedded component="notification-banner" />
      {/* @ts-expect-error There is no such component. */}
      <connect-embedded component="notifications" />
      {/* @ts-expect-error There is no such presentation. */}
      <connect-onboard-button presentation="sideways" />
      {/* @ts-expect-error There is no such attribute. */}
      <linked-bank-accounts weeks={4} />
      {/* @ts-expect-error There is no such element. */}
      <connect-onboard-link />
    </>
  );
}
