# Crawls the sites of the benchmark with Scrapy. Arguments: file of home pages, port, pages per site.
# Prints one line: RESULT and its figures.
import re
import resource
import sys
import time
from urllib.parse import urljoin, urlsplit

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import TextResponse
from scrapy.resolver import CachingThreadedResolver
from twisted.internet import defer

FILES = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|jpe?g|png|gif|ico|css|js|xml|json|mp[34])(?:$|\?)", re.I)
DATE = re.compile(r"20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")

# What may be an entry of a list: what holds no other of its kind.
ENTRIES = "//li[not(.//li)] | //tr[not(.//tr)] | //dd[not(.//dd)]"


class Loopback(CachingThreadedResolver):
    """Every name is the laboratory."""

    def getHostByName(self, name, timeout=None):
        return defer.succeed("127.0.0.1")


class Sites(scrapy.Spider):
    name = "sites"
    counts = {"pages": 0, "bytes": 0, "links": 0, "dates": 0}

    def start_requests(self):
        with open(sys.argv[1]) as homes:
            self.homes = [line.strip() for line in homes if line.strip()]
        self.taken = {}
        for home in self.homes:
            yield from self.request(home)

    def request(self, url):
        host = urlsplit(url).hostname
        if self.taken.get(host, 0) < int(sys.argv[3]):
            self.taken[host] = self.taken.get(host, 0) + 1
            yield scrapy.Request(url, self.parse, dont_filter=True)

    def parse(self, response):
        self.counts["pages"] += 1
        self.counts["bytes"] += len(response.body)
        if not isinstance(response, TextResponse):
            return
        seen = response.meta.setdefault("seen", self.seen(response))
        self.counts["dates"] += 1 if DATE.search(response.text) else 0
        for entry in response.xpath(ENTRIES):
            if DATE.search("".join(entry.xpath(".//text()").getall())) and entry.xpath(".//a/@href").get():
                self.counts["dates"] += 1
        for href in response.xpath("//a/@href").getall():
            self.counts["links"] += 1
            url = urljoin(response.url, href).split("#")[0]
            parts = urlsplit(url)
            if parts.scheme != "http" or FILES.search(url):
                continue
            if parts.hostname == urlsplit(response.url).hostname:
                url = parts._replace(netloc=parts.hostname + ":" + sys.argv[2]).geturl()
                if url not in seen:
                    seen.add(url)
                    yield from self.request(url)

    def seen(self, response):
        host = urlsplit(response.url).hostname
        if not hasattr(self, "sites_seen"):
            self.sites_seen = {}
        return self.sites_seen.setdefault(host, {response.url})


def cpu_ms():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1000


# Python does not compile itself while it runs: there is one round, and the start is told apart.
start = cpu_ms()
began = time.monotonic()
process = CrawlerProcess(
    {
        "LOG_LEVEL": "ERROR",
        "DNS_RESOLVER": Loopback,
        "CONCURRENT_REQUESTS": 50,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": False,
        "COOKIES_ENABLED": False,
        "RETRY_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
    }
)
process.crawl(Sites)
process.start()
print(
    "RESULT",
    "pages=%d bytes=%d links=%d dates=%d" % tuple(Sites.counts[key] for key in ("pages", "bytes", "links", "dates")),
    "cpuMs=%d coldMs=%d" % (cpu_ms() - start, cpu_ms()),
    "peakKb=%d" % resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    "wallMs=%d" % ((time.monotonic() - began) * 1000),
)
