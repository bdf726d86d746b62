# frozen_string_literal: true

module Jekyll
  module Hooks
    DEFAULT_PRIORITY = 20
    PRIORITY_MAP = { low: 10, normal: 20, high: 30 }.freeze
    SITE_EVENTS = %i[after_init after_reset post_read pre_render post_render post_write].freeze
    ITEM_EVENTS = %i[post_init pre_render post_convert post_render post_write].freeze
    NotAvailable = Class.new(RuntimeError)
    Uncallable = Class.new(RuntimeError)

    class << self
      def register(owners, event, priority: DEFAULT_PRIORITY, &block)
        number = priority.is_a?(Integer) ? priority : PRIORITY_MAP.fetch(priority, DEFAULT_PRIORITY)
        Array(owners).each { |owner| register_one(owner, event, number, &block) }
      end

      def priority_value(priority) = priority.is_a?(Integer) ? priority : PRIORITY_MAP.fetch(priority, DEFAULT_PRIORITY)

      def register_one(owner, event, priority, &block)
        events = { site: SITE_EVENTS, clean: [:on_obsolete] }.fetch(owner, ITEM_EVENTS)
        unless events.include?(event)
          raise NotAvailable, "Invalid hook. #{owner} supports only the following hooks #{events.inspect}"
        end
        raise Uncallable, "Hooks must respond to :call" unless block.respond_to?(:call)

        hooks = Utterson::Registered.hooks
        hooks << [owner.to_s, event.to_s, priority, hooks.size, block]
      end

      # For what a plugin makes itself; what the build makes has its hooks run from over there.
      def trigger(owner, event, *args)
        mine = Utterson::Registered.hooks.select { |hook| hook[0] == owner.to_s && hook[1] == event.to_s }
        mine.sort_by { |hook| [-hook[2], hook[3]] }.each { |hook| hook[4].call(*args) }
      end
    end
  end
end
