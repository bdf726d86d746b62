# frozen_string_literal: true

module Jekyll
  # What the shim notes when a call looks at copies of the site's files: their names, as long as they are what the other side has.
  class Site
    # Attributes that are kept here as something else.
    KEPT_OTHERWISE = %w(collection type).freeze

    # Notes a file; nil for all of them.
    def look_at(id)
      return unless Utterson::Reads.noting?

      if id.nil? ? @adopted.positive? : id.start_with?("ruby:") then Utterson::Reads.note("unseen")
      elsif hidden? then Utterson::Reads.note("unseen")
      elsif id.nil? then Utterson::Reads.note("files")
      else Utterson::Reads.file(id)
      end
    end

    # Whether there is a collection of that name; nothing is fetched for that.
    def label?(name)
      labels = @collections ? @collections.keys : Utterson.settings["labels"]
      Utterson::Reads.note(labels == Utterson.settings["labels"] ? "settings" : "unseen")
      labels.include?(name)
    end

    private

    # Whether a generator or a hook has changed here what does not go back.
    def hidden?
      return @is_hidden if @is_compared

      @is_compared = true
      @is_hidden ||= @fetched && Utterson::Reads.silently { other_than?(Utterson.ask("files")) }
    end

    def other_than?(found)
      labels = found["collections"].keys
      own = ->(list) { list.all? { |attributes| same_as?(attributes) } }
      @collections.keys != labels || !labels.all? { |label| same_collection?(@collections[label], found["collections"][label], own) } ||
        !same_list?(@pages, found["pages"]) || !own.call(found["pages"]) || !own.call(found["static_files"])
    end

    def same_collection?(collection, attributes, own)
      kept = ->(name) { collection.instance_variable_get(name) }
      kept.call(:@metadata) == attributes["metadata"] && same_list?(kept.call(:@docs), attributes["documents"]) &&
        own.call(attributes["documents"]) && own.call(attributes["static_files"])
    end

    def same_list?(files, attributes) = files.map(&:utterson_id) == attributes.map { |one| one["utterson_id"] }

    def same_as?(attributes)
      object = @files[attributes["utterson_id"]]
      !object.nil? && attributes.all? { |name, value| KEPT_OTHERWISE.include?(name) || object.instance_variable_get("@#{name}") == value }
    end
  end
end
