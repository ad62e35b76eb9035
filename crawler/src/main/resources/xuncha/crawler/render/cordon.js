// Runs in every document before the page's own scripts, where the page will be acted on. Takes
// away what would reach the network by ways on which requests cannot be stopped one by one, and
// tells of each attempt through the console, under a word that the page does not know.
(word) => {
  const tell = console.debug.bind(console);
  const note = (kind, target) => {
    try { tell(word + ' ' + kind + ' ' + new URL(String(target), document.baseURI).href); }
    catch { tell(word + ' ' + kind + ' ' + location.href); }
  };
  const put = (holder, name, value) => {
    try {
      if (holder && name in holder) Object.defineProperty(holder, name, {value, configurable: true, writable: true});
    } catch { /* the page has it frozen: it was ours before */ }
  };

  // something that is there and never answers
  const silent = (kind, more) => class extends EventTarget {
    constructor(target) {
      super();
      note(kind, target instanceof Object && !(target instanceof URL) ? location.href : target);
      Object.assign(this, more);
    }
    postMessage() {}
    terminate() {}
    close() {}
    send() {}
  };
  const port = () => new MessageChannel().port1;
  put(globalThis, 'Worker', silent('worker', {}));
  put(globalThis, 'SharedWorker', class extends silent('worker', {}) { get port() { return this.end ??= port(); } });

  const peer = class extends EventTarget {
    constructor(how) {
      super();
      const first = how && how.iceServers && how.iceServers[0];
      note('peer', first ? [].concat(first.urls || first.url)[0] : location.href);
      this.iceGatheringState = 'complete';
      this.connectionState = 'new';
    }
    createDataChannel() { return new EventTarget(); }
    createOffer() { return Promise.resolve({type: 'offer', sdp: ''}); }
    createAnswer() { return Promise.resolve({type: 'answer', sdp: ''}); }
    setLocalDescription() { return Promise.resolve(); }
    setRemoteDescription() { return Promise.resolve(); }
    addIceCandidate() { return Promise.resolve(); }
    addTransceiver() { return {}; }
    getStats() { return Promise.resolve(new Map()); }
    close() {}
  };
  put(globalThis, 'RTCPeerConnection', peer);
  put(globalThis, 'webkitRTCPeerConnection', peer);

  const refused = (kind) => class {
    constructor(target) {
      note(kind, target);
      throw new DOMException('not here', 'NotSupportedError');
    }
  };
  put(globalThis, 'WebTransport', refused('transport'));
  put(globalThis, 'WebSocketStream', refused('socket'));
  put(globalThis, 'PaymentRequest', refused('payment'));
  put(globalThis, 'fetchLater', (target) => { note('later', target instanceof Request ? target.url : target); return {activated: false}; });
  for (const name of ['joinAdInterestGroup', 'runAdAuction', 'updateAdInterestGroups', 'sharedStorage']) put(Navigator.prototype, name, undefined);
  put(globalThis, 'sharedStorage', undefined);
  for (const name of ['get', 'create']) put(globalThis.CredentialsContainer && CredentialsContainer.prototype, name, () => Promise.resolve(null));
  // modules of worklets are loaded past the page
  put(globalThis.Worklet && Worklet.prototype, 'addModule', (target) => { note('worklet', target); return Promise.resolve(); });
  // rules by which the browser goes ahead to other pages are no rules here
  const ahead = new MutationObserver((all) => {
    for (const one of all) for (const node of one.addedNodes) if (node.nodeName === 'SCRIPT' && node.type === 'speculationrules') node.remove();
  });
  ahead.observe(document, {childList: true, subtree: true});
}
