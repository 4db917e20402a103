// The one place that knows where the library is.
export {
  Component,
  html,
  render,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from '/web/vendor/htm-3.1.1-preact-apache-2.0.mjs';
