"""People who use Winnow in browsers of their own, with script switched off."""

import shutil
import tempfile

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait


def is_gone(element):
    """Whether an element's page was left; drivers word it in more than one way."""
    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False


class Person:
    """One person in one browser profile."""

    def __init__(self, name, link, base):
        self.name = name
        self.link = link
        self.base = base
        self.profile = tempfile.mkdtemp(prefix="winnow-profile-")
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--window-size=1200,900", f"--user-data-dir={self.profile}",
        ):
            options.add_argument(argument)
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
        self.browser = webdriver.Chrome(
            options=options, service=Service(shutil.which("chromedriver")))
        self.browser.implicitly_wait(0)

    def close(self):
        self.browser.quit()
        shutil.rmtree(self.profile, ignore_errors=True)

    # Looking

    def open(self, address):
        self.browser.get(address)

    @property
    def text(self):
        return self.browser.find_element(By.TAG_NAME, "body").text

    @property
    def source(self):
        return self.browser.page_source

    @property
    def address(self):
        return self.browser.current_url

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    # Doing

    def go(self, element):
        """Clicks what leads to another page, and waits until it is there."""
        page = self.browser.find_element(By.TAG_NAME, "html")
        element.click()
        WebDriverWait(self.browser, 20).until(lambda _: is_gone(page))

    def follow(self, label):
        self.go(self.browser.find_element(By.LINK_TEXT, label))

    def fill(self, name, text):
        field = self.one(f"[name='{name}']")
        field.clear()
        field.send_keys(text)

    def choose(self, name, value):
        self.one(f"input[name='{name}'][value='{value}']").click()

    def pick(self, name, value):
        self.one(f"select[name='{name}'] option[value='{value}']").click()

    def press(self, name, value):
        self.go(self.one(f"button[name='{name}'][value='{value}']"))

    def submit(self):
        self.go(self.one("button.main"))

    def come_in(self, password):
        """Opens the link that works once, and chooses a password."""
        self.open(self.link)
        self.fill("password", password)
        self.submit()

    def see(self, words):
        assert words in self.text, f"{self.name} does not see {words!r} on {self.address}:\n{self.text}"

    def see_not(self, words):
        assert words not in self.source, f"{self.name} sees {words!r} on {self.address}"
