# What `expected.txt` was made with: Jekyll 4.4.1 with this file in the `_plugins` of the site in `hook-order.test.ts`.
LOG = []

Jekyll::Hooks.register(:site, :after_init) { |site| LOG << "site after_init #{site.pages.size} #{site.config['title']}" }
%i[after_reset post_read pre_render post_render post_write].each do |event|
  Jekyll::Hooks.register(:site, event) do |site, *|
    LOG << "site #{event} #{site.pages.size}"
    File.write(File.join(site.source, "log.txt"), LOG.join("\n") << "\n") if event == :post_write
  end
end
Jekyll::Hooks.register(:clean, :on_obsolete) do |files|
  LOG << "clean on_obsolete #{files.map { |file| File.basename(file) }.sort.join(' ')}"
end
%i[post_init pre_render post_convert post_render post_write].each do |event|
  %i[documents posts recipes pages].each do |owner|
    Jekyll::Hooks.register(owner, event) do |file, *|
      known = %w(layout title seen).map { |key| "#{key}=#{file.data[key] || '-'}" }
      LOG << "#{owner} #{event} #{file.relative_path.delete_prefix('/')} #{known.join(' ')}"
      file.data["seen"] = "seen" if event == :post_init
    end
  end
end
Jekyll::Hooks.register(:pages, :post_init, :priority => :high) { |page| LOG << "high pages #{page.name}" }
Jekyll::Hooks.register(:pages, :post_init, :priority => :low) { |page| LOG << "low pages #{page.name}" }

class Maker < Jekyll::Generator
  def generate(site)
    LOG << "generator begins"
    page = Jekyll::PageWithoutAFile.new(site, site.source, "made", "page.html")
    page.data["title"] = "Made"
    page.data["layout"] = "default"
    page.content = "{{ page.title }} {{ page.seen }}"
    site.pages << page
    LOG << "generator ends"
  end
end
