/**
 * The stand-in's `/js/connect.js`: defines `window.StripeConnect` as Stripe's own script does, for the official loader
 * and for pages without one. `serve.ts` makes one classic script of it and what it imports.
 */
import { createElement, defineElements } from '../connect/element/components.ts';
import { Connector } from '../connect/element/element.ts';
import { Instance } from '../connect/element/instance.ts';
import { optionsFrom } from '../connect/element/options.ts';
import { IntegrationError } from './integration_error.ts';
import { servedFrom } from './served_from.ts';

const ORIGIN = servedFrom();

function init(params?: unknown) {
  const instance = new Instance(ORIGIN, optionsFrom(params));
  const connect = new Connector(instance);
  return {
    /** What Stripe's loader gives to each element. */
    connect,
    create(tag?: unknown) {
      const element = createElement(tag);
      if (!element)
        throw new IntegrationError(`Invalid value for create(): there is no component ${String(tag)} here.`);
      element.setConnector(connect);
      return element;
    },
    update: instance.update,
    logout: instance.logout,
  };
}

defineElements();
const existing: unknown = Reflect.get(window, 'StripeConnect');
// A page may have put `onLoad` there; an element of that name is not what is meant.
const given = typeof existing === 'object' && existing !== null && !(existing instanceof Node) ? existing : {};
const StripeConnect: { init: typeof init; onLoad?: unknown } = Object.assign(given, { init });
Object.defineProperty(window, 'StripeConnect', {
  value: StripeConnect,
  configurable: true,
  enumerable: true,
  writable: true,
});
if (typeof StripeConnect.onLoad === 'function') StripeConnect.onLoad();
